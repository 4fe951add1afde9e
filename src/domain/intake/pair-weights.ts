/** Written by `npm run train` from the pairs in `src/classifier/pairs` and marked conversations. */
export const pairWeights: Readonly<Record<string, number>> = {
  sameUnit: 0.76,
  otherRoom: -0.83,
  sameBuilding: 0.62,
  sameSpot: 1.27,
  sameName: 0.86,
  oneUnsaid: 0.74,
  otherUnit: -3.95,
  otherBuilding: -0.65,
  confusableTrade: -0.4,
  sameBranch: -1.12,
  otherTrade: -1.12,
  likelyTrade: 0.83,
  lexicon: 0.52,
  things: 1.95,
  share: 2.11,
  amount: 0.84,
  verbatim: 0.88,
  sameNumber: 3.57,
  otherNumber: -1.06,
  onlyOneOfMoney: -1.38,
  toldAgain: 6.82,
  toldAgainUnsaid: 1.88,
  sameReporter: -1.35,
  sharedPeople: -0.3,
  days: -1.26,
}
export const pairBias = -2.51
/** SHA-256 of what they were learnt from. */
export const pairSource = 'ab5c39b0c8423a42ef784ce47ad41f1b716c1f7d4f0df6a51d7f0118a5bbdbf5'
