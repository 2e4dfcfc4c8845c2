import { useQueryClient } from '@tanstack/react-query'
import { createInvitation, getAccountPlan, modifyGroup, queryGroups, queryInvitations } from '@taskwright/sdk'
import { useState } from 'react'
import { api } from '../../../data/api.ts'
import type { Invitee } from './read-addresses.ts'

export interface InviteWishes {
  userTypeId: string
  groupIds: readonly string[]
  message: string
}

/** What became of one invitation. */
export interface Outcome {
  email: string
  /** Why it was not sent; none if it was. */
  fault?: string
}

/**
 * Invites several people, one after the other, since each gets a mail; then puts those who were invited into groups. What
 * fails for one does not keep the others from being invited.
 */
export function useInvite() {
  const memory = useQueryClient()
  const [done, setDone] = useState<number>()
  const invite = async (invitees: readonly Invitee[], { userTypeId, groupIds, message }: InviteWishes) => {
    setDone(0)
    const outcomes: Outcome[] = []
    const invitationIds: string[] = []
    for (const invitee of invitees) {
      try {
        const input = { ...invitee, userTypeId, ...(message && { message }) }
        const [made] = (await api.call(createInvitation, input)).data
        if (made) invitationIds.push(made.id)
        outcomes.push({ email: invitee.email })
      } catch (error) {
        outcomes.push({ email: invitee.email, fault: textOf(error) })
      }
      setDone(outcomes.length)
    }
    let groupFault: string | undefined
    for (const groupId of invitationIds.length > 0 ? groupIds : []) {
      try {
        await api.call(modifyGroup, { groupId, addInvitations: invitationIds })
      } catch (error) {
        groupFault = textOf(error)
      }
    }
    const touched = [queryInvitations.id, queryGroups.id, getAccountPlan.id]
    await memory.invalidateQueries({ predicate: ({ queryKey }) => touched.includes(String(queryKey[0])) })
    setDone(undefined)
    return { outcomes, groupFault }
  }
  return { invite, done }
}

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
