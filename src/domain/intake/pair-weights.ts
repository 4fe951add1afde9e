/** Written by `npm run train` from the pairs in `src/classifier/pairs` and marked conversations. */
export const pairWeights: Readonly<Record<string, number>> = {
  sameUnit: 0.88,
  otherRoom: -0.36,
  sameBuilding: 0.32,
  sameSpot: 0.82,
  sameName: 0.4,
  oneUnsaid: 0.11,
  otherUnit: -2.12,
  otherBuilding: -0.21,
  confusableTrade: 0.06,
  sameBranch: 0.13,
  otherTrade: -0.32,
  likelyTrade: 1.56,
  lexicon: 0.46,
  things: 1.02,
  share: 0.07,
  amount: 1.27,
  cosine: -0.07,
  sameNumber: 1.89,
  otherNumber: -0.71,
  toldAgain: 4.18,
  sameReporter: -1.24,
  sharedPeople: -0.24,
  days: -2.06,
}
export const pairBias = -2.19
/** SHA-256 of what they were learnt from. */
export const pairSource = 'b3d28882f2f6b2c56ab76f47fec443209eb134e02409b73c2a696333129e3c00'
