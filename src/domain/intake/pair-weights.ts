/** Written by `npm run train` from the pairs in `src/classifier/pairs` and marked conversations. */
export const pairWeights: Readonly<Record<string, number>> = {
  sameUnit: 0.94,
  otherRoom: -0.62,
  sameBuilding: 0.72,
  sameSpot: 1.4,
  sameName: 0.7,
  oneUnsaid: -0.38,
  otherUnit: -3.48,
  otherBuilding: -0.56,
  confusableTrade: -0.65,
  sameBranch: -0.69,
  otherTrade: -0.92,
  likelyTrade: 1.15,
  lexicon: 0.5,
  things: 1.36,
  share: 1.7,
  amount: 0.79,
  verbatim: 1.12,
  sameNumber: 3.92,
  otherNumber: -1.85,
  onlyOneOfMoney: -1.27,
  toldAgain: 6.34,
  sameReporter: -1.49,
  sharedPeople: -0.08,
  days: -1.37,
}
export const pairBias = -2.65
/** SHA-256 of what they were learnt from. */
export const pairSource = 'a0819b3500afa33935671ff2a3fb8e1527322c920b27c71cccc7deec6617793e'
