import type { Media } from './flows/ports.ts'
import { barePhoto } from './http/bare-photo.ts'
import { pictureType } from './http/pictures.ts'

/** Files as they go out of the house: pictures without what a phone wrote beside them. What is kept is not touched. */
export const bareMedia = (media: Media): Media => ({
  ...media,
  async load(id) {
    const file = await media.load(id)
    const type = file && pictureType(file.bytes)
    return file && type ? { ...file, bytes: barePhoto(file.bytes, type) } : file
  },
})
