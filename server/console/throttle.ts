import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'

const quarterHour = 900

/** Failed sign-ins that one address, or one person, may have in a quarter of an hour. */
const byAddress = new RateLimiterMemory({ points: 30, duration: quarterHour })
const byPerson = new RateLimiterMemory({ points: 10, duration: quarterHour })

/** Registrations and mails that one address may cause in a quarter of an hour. */
const mails = new RateLimiterMemory({ points: 20, duration: quarterHour })

/** Test events that the people of one application may send in a quarter of an hour. */
const tests = new RateLimiterMemory({ points: 60, duration: quarterHour })

/** Seconds until another sign-in may be tried; 0 if it may be now. */
export async function signInWait(address: string, email: string): Promise<number> {
  const states = await Promise.all([byAddress.get(address), byPerson.get(email)])
  return Math.max(waitOf(states[0], byAddress), waitOf(states[1], byPerson))
}

/** Seconds until a person may try to sign in again at this process, whoever asks; 0 if they may now. */
export async function personWait(email: string): Promise<number> {
  return waitOf(await byPerson.get(email), byPerson)
}

/** Counts a wrong password. */
export async function noteFailure(address: string, email: string): Promise<void> {
  await Promise.all([byAddress.penalty(address), byPerson.penalty(email)])
}

/** A right password forgives the person's wrong ones, not the address's: it may be trying other people. */
export async function noteSuccess(email: string): Promise<void> {
  await byPerson.delete(email)
}

/** Counts a mail that an address causes. Seconds to wait if there were too many; 0 if it may go out. */
export const mailWait = (address: string): Promise<number> => take(mails, address)

/** Counts a test event of an application. Seconds to wait if there were too many; 0 if it may go out. */
export const testWait = (clientId: string): Promise<number> => take(tests, clientId)

async function take(limiter: RateLimiterMemory, key: string): Promise<number> {
  const state = await limiter.penalty(key)
  return state.consumedPoints > limiter.points ? Math.ceil(state.msBeforeNext / 1000) : 0
}

function waitOf(state: RateLimiterRes | null, limiter: RateLimiterMemory): number {
  return state && state.consumedPoints >= limiter.points ? Math.ceil(state.msBeforeNext / 1000) : 0
}

/** The wait in words. */
export function inWords(seconds: number): string {
  const minutes = Math.ceil(seconds / 60)
  return minutes <= 1 ? 'in a minute' : `in ${minutes} minutes`
}
