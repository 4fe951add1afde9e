/** A door for the apps and sites that speak Open311 GeoReport v2. */
export interface Open311Settings {
  /** What the street is called there. */
  readonly jurisdiction: string
  /** By their names: the keys of those who may bring requests. */
  readonly keys: ReadonlyMap<string, string>
  /** Seals addresses and signs tokens, at least 32 characters. With another one, old tokens are unknown. */
  readonly secret: string
  /** `https://pictures.city.example`: pictures there are fetched; others stay links. */
  readonly mediaOrigins: readonly string[]
  /** As the world sees us, without a slash at its end; null: as the request says. */
  readonly publicUrl: string | null
}
