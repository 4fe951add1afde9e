/** Written by `npm run train` from the pairs in `src/classifier/pairs` and marked conversations. */
export const pairWeights: Readonly<Record<string, number>> = {
  sameUnit: 0.77,
  otherRoom: -0.88,
  sameBuilding: 0.51,
  sameSpot: 1.18,
  sameName: 0.96,
  oneUnsaid: 0.79,
  otherUnit: -3.96,
  otherBuilding: -0.66,
  confusableTrade: -0.38,
  sameBranch: -0.6,
  otherTrade: -1.16,
  likelyTrade: 0.91,
  lexicon: 0.67,
  things: 1.93,
  share: 2.15,
  amount: 0.75,
  verbatim: 0.85,
  sameNumber: 3.41,
  otherNumber: -1.07,
  onlyOneOfMoney: -1.36,
  toldAgain: 6.83,
  toldAgainUnsaid: 1.77,
  sameReporter: -1.14,
  sharedPeople: -0.25,
  days: -1.13,
}
export const pairBias = -2.62
/** SHA-256 of what they were learnt from. */
export const pairSource = 'ab5c39b0c8423a42ef784ce47ad41f1b716c1f7d4f0df6a51d7f0118a5bbdbf5'
