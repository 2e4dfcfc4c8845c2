import { createClient } from './api/client.ts'
import { importPlan } from './import/import.ts'
import { makePlan } from './plan/plan.ts'
import { type Progress, showProgress } from './progress.ts'
import { readSettings, type Settings, usage } from './settings.ts'
import { oauthCredential, permanentToken } from './sign-in/credential.ts'
import { readItems } from './tracker/read-items.ts'
import { reportChanges, reportFindings, reportSetAside } from './verify/report.ts'
import { verify } from './verify/verify.ts'

/** Reads the file, brings it in, reads all back, reports. The result is the exit code: 1 if anything differs. */
async function run(settings: Settings): Promise<number> {
  const progress = showProgress(process.stderr)
  const items = await readItems(settings.file)
  const plan = makePlan(items)
  const api = createClient({
    ...(await signIn(settings, progress)),
    onBackOff: (reason, ms) => progress.note(`${reason}: waiting for ${ms / 1000} s`),
  })
  const { place, changes } = await importPlan(api, plan, settings.space, progress)
  console.log(`\nSpace "${place.space.title}" of ${place.account.name}\n\n${reportChanges(changes)}\n`)
  const findings = await verify(api, place, plan, items)
  console.log(`${reportSetAside(plan.setAside)}\n\n${reportFindings(findings)}`)
  return findings.differences.length === 0 ? 0 : 1
}

async function signIn({ server, token, clientId, clientSecret, port, tokenFile }: Settings, progress: Progress) {
  if (token || !clientId) return { server, credential: permanentToken(token ?? '') }
  const credential = await oauthCredential({ server, clientId, clientSecret, port }, tokenFile, (link) =>
    progress.note(`Open this link to sign in and allow the import:\n\n  ${link}\n`),
  )
  // The token says which host has the account.
  return { server: `${new URL(server).protocol}//${credential.host}`, credential }
}

async function main(args: string[]): Promise<number> {
  if (args.includes('--help')) {
    console.log(usage)
    return 0
  }
  try {
    return await run(readSettings(args, process.env))
  } catch (error) {
    console.error(`\n${(error as Error).message}\nRun it again to go on where it stopped; --help tells the options.`)
    return 1
  }
}

process.exitCode = await main(process.argv.slice(2))
