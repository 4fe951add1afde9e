/** Written by `npm run train` from the pairs in `src/classifier/pairs` and marked conversations. */
export const pairWeights: Readonly<Record<string, number>> = {
  sameUnit: 0.91,
  otherRoom: -0.53,
  sameBuilding: 0.56,
  sameSpot: 1.09,
  sameName: 0.65,
  oneUnsaid: 0.22,
  otherUnit: -3.67,
  otherBuilding: -0.32,
  confusableTrade: 0.09,
  sameBranch: -0.33,
  otherTrade: -0.57,
  likelyTrade: 1.54,
  lexicon: 0.19,
  things: 1.59,
  share: 0.67,
  amount: 1.45,
  verbatim: 1.46,
  sameNumber: 3.68,
  otherNumber: -1.25,
  toldAgain: 5.42,
  sameReporter: -1.97,
  sharedPeople: -0.5,
  days: -2.84,
}
export const pairBias = -2.23
/** SHA-256 of what they were learnt from. */
export const pairSource = '5eb9f27d608db2c4d7496676cd38a3b1bfdedff6a1e7a0b18ed4703b337098aa'
