/** Reads `always=-1.2; is joke=-0.4`: weights by the name of a trait. */
export const weightsOf = (text: string): Readonly<Record<string, number>> =>
  Object.fromEntries(
    text
      .trim()
      .split(/;\s+/)
      .map((piece) => {
        const at = piece.lastIndexOf('=')
        return [piece.slice(0, at), Number(piece.slice(at + 1))]
      }),
  )
