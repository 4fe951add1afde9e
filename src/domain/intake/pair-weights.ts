/** Written by `npm run train` from the pairs in `src/classifier/pairs` and marked conversations. */
export const pairWeights: Readonly<Record<string, number>> = {
  sameUnit: 0.81,
  otherRoom: -0.47,
  sameBuilding: 0.68,
  sameSpot: 1.15,
  sameName: 0.55,
  oneUnsaid: 0.04,
  otherUnit: -3.24,
  otherBuilding: -0.68,
  confusableTrade: -0.28,
  sameBranch: -0.26,
  otherTrade: -0.58,
  likelyTrade: 1.24,
  lexicon: 0.41,
  things: 1.03,
  share: 1.18,
  amount: 1.17,
  verbatim: 0.56,
  sameNumber: 4.57,
  otherNumber: -1.91,
  toldAgain: 5.11,
  sameReporter: -2.17,
  sharedPeople: -0.05,
  days: -2.03,
}
export const pairBias = -2.4
/** SHA-256 of what they were learnt from. */
export const pairSource = '443154809215b1d5f92ece5bf7b3fba4781bf3f5c2dc30b556d634531579120c'
