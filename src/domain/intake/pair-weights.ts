/** Written by `npm run train` from the pairs in `src/classifier/pairs` and marked conversations. */
export const pairWeights: Readonly<Record<string, number>> = {
  sameUnit: 0.94,
  otherRoom: -0.64,
  sameBuilding: 0.7,
  sameSpot: 1.41,
  sameName: 0.78,
  oneUnsaid: -0.31,
  otherUnit: -3.62,
  otherBuilding: -0.54,
  confusableTrade: -0.41,
  sameBranch: -0.48,
  otherTrade: -1.06,
  likelyTrade: 1.09,
  lexicon: 0.63,
  things: 1.62,
  share: 1.66,
  amount: 0.73,
  verbatim: 1.11,
  sameNumber: 3.82,
  otherNumber: -1.86,
  onlyOneOfMoney: -1.26,
  toldAgain: 6.29,
  sameReporter: -1.48,
  sharedPeople: -0.15,
  days: -1.29,
}
export const pairBias = -2.66
/** SHA-256 of what they were learnt from. */
export const pairSource = '8734a147a6807ad711403bc60453c942d99696a1778a074a7e954579a8e56d37'
