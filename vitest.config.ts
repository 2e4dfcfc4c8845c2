import { defineConfig } from 'vitest/config'
import { Spread } from './server/testing/order.ts'

export default defineConfig({
  test: {
    include: [
      'server/**/*.test.ts',
      'sdk/**/*.test.ts',
      'web/**/*.test.ts',
      'examples/**/*.test.ts',
      'scripts/**/*.test.ts',
    ],
    globalSetup: ['server/testing/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: Spread },
    // Files of a worker share what is loaded: loading the server anew for each takes a quarter of the suite's time.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // What a test waits for comes late on a machine that is busy with another file.
    expect: { poll: { timeout: 10_000 } },
  },
})
