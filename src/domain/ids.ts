/** Ids are strings that cannot be mixed up. Only this file makes them. */

declare const brand: unique symbol
type Id<Name extends string> = string & { readonly [brand]: Name }

/** The street office whose data it is; first in every key of the database. */
export type TenantId = Id<'Tenant'>
export type PetitionId = Id<'Petition'>
/** One of ours: the staff code for staff, a UUID for everybody else. Platform ids are only aliases of it. */
export type PersonId = Id<'Person'>
/** Code of a street, community, village, grid or household group, e.g. `QS-XF-02`. */
export type UnitCode = Id<'Unit'>
export type DepartmentCode = Id<'Department'>
export type CategoryCode = Id<'Category'>
/** A group chat that is bound to a unit. */
export type RoomId = Id<'Room'>
/** Unique within its channel: a message that arrives twice has the same id twice. */
export type MessageId = Id<'Message'>
/** The SHA-256 of a stored picture, voice or video, in hex. */
export type MediaId = Id<'Media'>
export type LetterId = Id<'Letter'>
/** What the office says to its groups, or asks them. */
export type VoiceId = Id<'Voice'>
/** What a household head does for somebody who cannot. */
export type ErrandId = Id<'Errand'>

export const tenantId = (text: string) => text as TenantId
export const petitionId = (text: string) => text as PetitionId
export const personId = (text: string) => text as PersonId
export const unitCode = (text: string) => text as UnitCode
export const departmentCode = (text: string) => text as DepartmentCode
export const categoryCode = (text: string) => text as CategoryCode
export const roomId = (text: string) => text as RoomId
export const messageId = (text: string) => text as MessageId
export const mediaId = (text: string) => text as MediaId
export const letterId = (text: string) => text as LetterId
export const voiceId = (text: string) => text as VoiceId
export const errandId = (text: string) => text as ErrandId
