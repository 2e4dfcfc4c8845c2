import { message, type Words } from '#mail/message.ts'
import { type MailServices, sendMail } from '#mail/send.ts'

/** What an admin did about an application in an account. */
export interface AdminAct {
  accountName: string
  applicationName: string
  isBlocked: boolean
  by: { personId: number; name: string }
}

/** Tells people that what they had allowed in an account has ended. Not the admin who ended it: they know. */
export async function mailEnded(
  services: MailServices,
  people: readonly number[],
  { accountName, applicationName, isBlocked, by }: AdminAct,
): Promise<void> {
  const { publicUrl } = services.settings
  const others = people.filter((personId) => personId !== by.personId)
  if (others.length === 0) return
  const recipients = await services.store.database
    .selectFrom('person')
    .select(['email', 'first_name'])
    .where('person_id', 'in', others)
    .execute()
  for (const { email, first_name } of recipients) {
    const words: Words = {
      subject: `${applicationName} no longer works for you in ${accountName}`,
      paragraphs: [
        `Hello ${first_name},`,
        `${by.name}, an admin of ${accountName}, ended the access that you gave ${applicationName} there. Its tokens no longer work.`,
        isBlocked
          ? `${applicationName} is blocked in ${accountName}: nobody can allow it there until an admin unblocks it.`
          : 'If you still need it, allow it again from the application.',
      ],
      action: { label: 'See what you allowed', url: `${publicUrl}/profile` },
      reason: `Sent by Taskwright at ${publicUrl} because you had let ${applicationName} work for you.`,
    }
    await sendMail(services, { to: email, ...message(words) })
  }
}
