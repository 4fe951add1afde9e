/** The longer side, in pixels: enough to see a crack in a pipe. */
const longest = 1_600
const quality = 0.8

/** A photo of a phone, made small before it is sent; as it is where the browser cannot, or it is no photo. */
export async function smaller(file: File): Promise<{ readonly blob: Blob; readonly name: string }> {
  try {
    const picture = await createImageBitmap(file)
    const scale = Math.min(1, longest / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(picture.width * scale)
    canvas.height = Math.round(picture.height * scale)
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise<Blob | null>((done) =>
      canvas.toBlob(done, 'image/jpeg', quality),
    )
    if (blob && blob.size < file.size) return { blob, name: 'photo.jpg' }
  } catch {
    // the server says what is wrong with it
  }
  return { blob: file, name: file.name }
}
