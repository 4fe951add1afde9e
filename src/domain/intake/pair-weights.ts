/** Written by `npm run train` from the pairs in `src/classifier/pairs` and marked conversations. */
export const pairWeights: Readonly<Record<string, number>> = {
  sameUnit: 0.78,
  otherRoom: -0.9,
  sameBuilding: 0.57,
  sameSpot: 1.18,
  sameName: 0.96,
  oneUnsaid: 0.71,
  otherUnit: -3.93,
  otherBuilding: -0.66,
  confusableTrade: -0.17,
  sameBranch: -0.75,
  otherTrade: -0.94,
  likelyTrade: 1.02,
  lexicon: 0.58,
  things: 1.92,
  share: 2.06,
  amount: 0.87,
  verbatim: 0.88,
  sameNumber: 3.47,
  otherNumber: -1.03,
  onlyOneOfMoney: -1.36,
  toldAgain: 6.92,
  toldAgainUnsaid: 1.84,
  sameReporter: -1.2,
  sharedPeople: -0.34,
  days: -1.3,
}
export const pairBias = -2.71
/** SHA-256 of what they were learnt from. */
export const pairSource = 'ab5c39b0c8423a42ef784ce47ad41f1b716c1f7d4f0df6a51d7f0118a5bbdbf5'
