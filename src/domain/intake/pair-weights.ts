/** Written by `npm run train` from the pairs in `src/classifier/pairs` and marked conversations. */
export const pairWeights: Readonly<Record<string, number>> = {
  sameUnit: 0.96,
  otherRoom: -0.7,
  sameBuilding: 0.71,
  sameSpot: 1.38,
  sameName: 0.7,
  oneUnsaid: -0.37,
  otherUnit: -3.58,
  otherBuilding: -0.44,
  confusableTrade: -0.4,
  sameBranch: -0.59,
  otherTrade: -0.74,
  likelyTrade: 1.32,
  lexicon: 0.58,
  things: 1.56,
  share: 1.66,
  amount: 0.78,
  verbatim: 1.06,
  sameNumber: 3.83,
  otherNumber: -1.86,
  onlyOneOfMoney: -1.27,
  toldAgain: 6.4,
  sameReporter: -1.47,
  sharedPeople: -0.11,
  days: -1.43,
}
export const pairBias = -2.81
/** SHA-256 of what they were learnt from. */
export const pairSource = '8734a147a6807ad711403bc60453c942d99696a1778a074a7e954579a8e56d37'
