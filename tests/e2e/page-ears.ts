import type { Page } from 'playwright-core'

/** What is heard of a page while it is used. */
export interface PageEars {
  /** What the browser complained of: errors of scripts, refusals of the content policy. */
  readonly complaints: readonly string[]
  /** Each thing that the content policy refused: what, where from, and how it begins. */
  readViolations(): Promise<readonly string[]>
  /** Whether markup from outside has run: everything hostile that tests send sets this. */
  wasStolen(): Promise<boolean>
}

/** Listens to a page from before its first script on. */
export async function listenToPage(page: Page): Promise<PageEars> {
  const complaints: string[] = []
  const violations: string[] = []
  page.on('pageerror', (error) => complaints.push(error.stack ?? error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  await page.exposeFunction('noteViolation', (violation: string) => violations.push(violation))
  await page.addInitScript(() => {
    const { noteViolation } = window as unknown as { noteViolation(violation: string): void }
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
      noteViolation(`${effectiveDirective} ${blockedURI} ${sample}`)
    })
  })
  return {
    complaints,
    readViolations: async () => {
      // What was refused last is told by a task that is queued by now.
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)))
      return violations
    },
    wasStolen: () => page.evaluate(() => 'stolen' in window),
  }
}
