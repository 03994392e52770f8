import type { Issue } from './issue'
import type { Json } from './json'

/** What is open on the desk: an issue and, raw as it is stored, the template that it carries. */
export interface Document {
  readonly issue: Issue
  readonly template: Json
}
