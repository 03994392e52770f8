/** The lowest of the levels that subheadings have, the highest being 1. */
export const DEEPEST_SUBHEADING = 3
