import { queryGroups } from '@taskwright/sdk'
import { type FormEvent, useId, useState } from 'react'
import { useRead } from '../../../data/api.ts'
import { tell } from '../../../data/notices.ts'
import { plural, words } from '../../../language/words.ts'
import { Dialog } from '../../../parts/dialog.tsx'
import { byTitle, Picker } from '../../../parts/picker.tsx'
import { focusedFirst } from '../parts/focused-first.ts'
import { useFeature } from '../parts/plan-note.tsx'
import { givenTypes, type UserType, userTypeText, useUserTypeIds } from '../parts/user-types.ts'
import { readAddresses } from './read-addresses.ts'
import { type Outcome, useInvite } from './use-invite.ts'

const t = words('invite-dialog', {
  title: 'Invite people',
  addresses: 'Email addresses',
  hint: 'One or many, separated by commas or lines. “Ben Birch <ben@example.com>” brings the name along. Ctrl Enter sends.',
  wrong: ({ text }: { text: string }) => `This is no address: ${text}`,
  none: 'Write at least one address.',
  type: 'They will be',
  groups: 'Groups',
  noGroups: 'No group yet',
  message: 'Words of your own in the mail (optional)',
  send: ({ count }: { count: number }) => plural(count, { one: 'Send # invitation', other: 'Send # invitations' }),
  sendNone: 'Send invitations',
  sending: ({ done, count }: { done: number; count: number }) => `Sending ${done} of ${count} …`,
  sent: ({ count }: { count: number }) =>
    plural(count, { one: '# person is invited.', other: '# people are invited.' }),
  left: ({ count }: { count: number }) =>
    plural(count, { one: '# address was not invited:', other: '# addresses were not invited:' }),
  groupFault: ({ why }: { why: string }) => `They are invited, but not in all groups: ${why}`,
})

/** Invites several people at once. Those who could not be invited stay in the field, each with the reason. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('')
  const [type, setType] = useState<UserType>('regular')
  const [groupIds, setGroupIds] = useState<string[]>([])
  const [message, setMessage] = useState('')
  const [fault, setFault] = useState<string>()
  const [refused, setRefused] = useState<Outcome[]>([])
  const typeIds = useUserTypeIds()
  const groups = useRead(queryGroups, {})
  const { has: hasMessage } = useFeature('invitationText')
  const { invite, done } = useInvite()
  const [addressesId, messageId, hintId, faultId] = [useId(), useId(), useId(), useId()]
  const { invitees, wrong } = readAddresses(text)
  const choices = (groups.data ?? [])
    .filter(({ myTeam }) => !myTeam)
    .map(({ id, title }) => ({ id, title }))
    .sort(byTitle)
  const shownGroups = choices.filter(({ id }) => groupIds.includes(id)).map(({ title }) => title)

  const send = async () => {
    if (done !== undefined || !typeIds) return
    if (wrong.length > 0) return setFault(t.wrong({ text: wrong.join(', ') }))
    if (invitees.length === 0) return setFault(t.none)
    setFault(undefined)
    const { outcomes, groupFault } = await invite(invitees, { userTypeId: typeIds[type], groupIds, message })
    const left = outcomes.filter((one) => one.fault)
    const count = outcomes.length - left.length
    if (count > 0) tell(t.sent({ count }))
    if (groupFault) tell(t.groupFault({ why: groupFault }), { isFault: true })
    setRefused(left)
    setText(left.map(({ email }) => email).join('\n'))
    if (left.length === 0) onClose()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send()
  }
  return (
    <Dialog title={t.title} onClose={onClose}>
      <form onSubmit={submit} className="admin-form">
        <div className="field">
          <label htmlFor={addressesId}>{t.addresses}</label>
          <p className="hint" id={hintId}>
            {t.hint}
          </p>
          <textarea
            id={addressesId}
            rows={4}
            ref={focusedFirst}
            aria-describedby={`${hintId} ${faultId}`}
            aria-invalid={fault !== undefined || undefined}
            value={text}
            onChange={({ target }) => setText(target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send()
            }}
          />
          <p className="fault" id={faultId} role="alert">
            {fault}
          </p>
        </div>
        {refused.length > 0 && (
          <div className="notice error" role="alert">
            <p>{t.left({ count: refused.length })}</p>
            <ul>
              {refused.map(({ email, fault: why }) => (
                <li key={email}>
                  {email}: {why}
                </li>
              ))}
            </ul>
          </div>
        )}
        <fieldset>
          <legend>{t.type}</legend>
          {givenTypes.map(([each, says]) => (
            <label key={each} className="choice">
              <input type="radio" name="type" checked={type === each} onChange={() => setType(each)} />
              <span>
                {userTypeText(each)} <span className="quiet">{says()}</span>
              </span>
            </label>
          ))}
        </fieldset>
        {choices.length > 0 && (
          <div className="field">
            <span className="label">{t.groups}</span>
            <Picker
              label={t.groups}
              name={`${t.groups}: ${shownGroups.join(', ') || t.noGroups}`}
              items={choices}
              chosen={groupIds}
              onChoose={setGroupIds}
              isMany
            >
              {shownGroups.join(', ') || t.noGroups}
            </Picker>
          </div>
        )}
        {hasMessage && (
          <div className="field">
            <label htmlFor={messageId}>{t.message}</label>
            <textarea
              id={messageId}
              rows={2}
              maxLength={5000}
              value={message}
              onChange={({ target }) => setMessage(target.value)}
            />
          </div>
        )}
        <div className="actions">
          <button type="submit" disabled={done !== undefined || !typeIds}>
            {done !== undefined
              ? t.sending({ done, count: invitees.length })
              : invitees.length > 0
                ? t.send({ count: invitees.length })
                : t.sendNone}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
