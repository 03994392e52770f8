/** Ends a test run with the name of every check that was skipped, so that no gap goes unseen. */
export class SkippedReporter {
  /** @param {readonly import('vitest/node').TestModule[]} modules */
  onTestRunEnd(modules) {
    for (const module of modules)
      for (const test of module.children.allTests('skipped'))
        process.stdout.write(`skipped: ${module.relativeModuleId} > ${test.fullName}\n`)
  }
}
