import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Files that take long for their size: they start many servers, or wait for what comes in its own time. */
const long = /killed|access\.property|\/start\.test|\/month\.test|processes\.test|large-upload/

/**
 * The order in which files run: the longest first, so that no worker is left with a long one when the others have ended, and
 * those with a browser apart from one another. A browser and its server have more to do than one processor can; beside a file that
 * has a server alone they keep their pace.
 */
export class Spread extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const inBrowser = sorted.filter(({ moduleId }) => isInBrowser(moduleId))
    const others = sorted.filter(({ moduleId }) => !isInBrowser(moduleId))
    const first = others.filter(({ moduleId }) => long.test(moduleId))
    const rest = [...first, ...others.filter((file) => !first.includes(file))]
    const between = Math.floor(rest.length / (inBrowser.length + 1))
    return inBrowser.length === 0
      ? rest
      : [
          ...inBrowser.flatMap((file, at) => [file, ...rest.slice(at * between, (at + 1) * between)]),
          ...rest.slice(inBrowser.length * between),
        ]
  }
}

const isInBrowser = (path: string): boolean => path.includes('/web/test/')
