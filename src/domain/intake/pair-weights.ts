/** Written by `npm run train` from the pairs in `src/classifier/pairs` and marked conversations. */
export const pairWeights: Readonly<Record<string, number>> = {
  sameUnit: 0.91,
  otherRoom: -0.53,
  sameBuilding: 0.56,
  sameSpot: 1.12,
  sameName: 0.65,
  oneUnsaid: 0.21,
  otherUnit: -3.67,
  otherBuilding: -0.32,
  confusableTrade: 0.09,
  sameBranch: -0.34,
  otherTrade: -0.56,
  likelyTrade: 1.55,
  lexicon: 0.18,
  things: 1.58,
  share: 0.65,
  amount: 1.46,
  verbatim: 1.47,
  sameNumber: 3.66,
  otherNumber: -1.24,
  toldAgain: 5.41,
  sameReporter: -1.92,
  sharedPeople: -0.51,
  days: -2.86,
}
export const pairBias = -2.23
/** SHA-256 of what they were learnt from. */
export const pairSource = '5eb9f27d608db2c4d7496676cd38a3b1bfdedff6a1e7a0b18ed4703b337098aa'
