/** A card of JSON 2.0 as it is on the wire. */
export interface CardJson {
  readonly [property: string]: unknown
}
