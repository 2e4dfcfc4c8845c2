import { execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import type { Language } from '#reference/samples/samples.ts'
import { dot } from './planted.ts'

/** A sample to run, by a name that failures are told with. */
export interface Runnable {
  name: string
  text: string
}

/** What became of one: what it printed, and how it failed, if it did. */
export interface Ran {
  name: string
  printed: string
  failed?: string
}

const program: Record<Language, string> = { curl: 'curl', typescript: 'node', python: 'python3' }

/** Whether this machine has what runs samples of a language. */
export const canRun = (language: Language): boolean =>
  language === 'typescript' ||
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program[language])))

/**
 * Runs samples one after the other as they stand, in a folder that has a picture `plan.png` and a table `plan.csv`: commands of curl by a shell
 * each, programs in one process for all.
 */
export async function runSamples(
  language: Language,
  samples: readonly Runnable[],
  { url, token }: { url: string; token: string },
): Promise<Ran[]> {
  const folder = await mkdtemp(join(tmpdir(), 'taskwright-samples-'))
  const env = { PATH: process.env.PATH, TASKWRIGHT_URL: url, TASKWRIGHT_TOKEN: token, CURL_HOME: folder, HOME: folder }
  await writeFile(join(folder, 'plan.png'), dot)
  await writeFile(join(folder, 'plan.csv'), 'Title,Start Date\nDig the pond,2027-03-01\n')
  try {
    if (language === 'curl') return await runCommands(samples, folder, env)
    return await (language === 'python' ? runPython : runTypescript)(samples, folder, env)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function runCommands(samples: readonly Runnable[], cwd: string, env: NodeJS.ProcessEnv): Promise<Ran[]> {
  await writeFile(join(cwd, '.curlrc'), 'silent\nshow-error\nfail-with-body\n')
  const ran: Ran[] = []
  for (const { name, text } of samples)
    ran.push(
      await new Promise<Ran>((resolve) =>
        execFile('sh', ['-c', text], { cwd, env, maxBuffer: 2 ** 26 }, (error, stdout, stderr) =>
          resolve({ name, printed: stdout, ...(error ? { failed: `${stderr}${stdout}` } : {}) }),
        ),
      ),
    )
  return ran
}

const typescriptRunner = `
const [count] = process.argv.slice(2)
const say = console.log
for (let at = 0; at < Number(count); at++) {
  const printed = []
  console.log = (...all) => printed.push(all.join(' '))
  const failed = await import('./' + at + '.ts').then(() => undefined, (error) => String(error.message))
  say(JSON.stringify({ printed: printed.join('\\n'), failed }))
}
process.exit()
`

async function runTypescript(samples: readonly Runnable[], cwd: string, env: NodeJS.ProcessEnv): Promise<Ran[]> {
  await Promise.all(samples.map(({ text }, at) => writeFile(join(cwd, `${at}.ts`), text)))
  await writeFile(join(cwd, 'package.json'), '{"type":"module"}')
  await writeFile(join(cwd, 'run.js'), typescriptRunner)
  return told(samples, await output(process.execPath, ['run.js', String(samples.length)], cwd, env))
}

const pythonRunner = `
import contextlib, io, json, sys
for at in range(int(sys.argv[1])):
    printed, failed = io.StringIO(), None
    try:
        with open(f"{at}.py") as file, contextlib.redirect_stdout(printed):
            exec(compile(file.read(), f"{at}.py", "exec"), {"__name__": "__main__"})
    except Exception as error:
        failed = str(error) + (error.read().decode() if hasattr(error, "read") else "")
    print(json.dumps({"printed": printed.getvalue().rstrip(), **({"failed": failed} if failed else {})}))
`

async function runPython(samples: readonly Runnable[], cwd: string, env: NodeJS.ProcessEnv): Promise<Ran[]> {
  await Promise.all(samples.map(({ text }, at) => writeFile(join(cwd, `${at}.py`), text)))
  await writeFile(join(cwd, 'run.py'), pythonRunner)
  return told(samples, await output(program.python, ['run.py', String(samples.length)], cwd, env))
}

const told = (samples: readonly Runnable[], lines: string): Ran[] => {
  const ran = lines.trim().split('\n')
  return samples.map(({ name }, at) => ({
    name,
    ...(JSON.parse(ran[at] ?? '{"failed":"it was not run"}') as Omit<Ran, 'name'>),
  }))
}

function output(command: string, parameters: string[], cwd: string, env: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, parameters, { cwd, env, stdio: ['ignore', 'pipe', 'inherit'] })
    let text = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk
    })
    child.on('error', reject).on('close', () => resolve(text))
  })
}
