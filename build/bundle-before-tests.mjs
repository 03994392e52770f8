import { bundle } from './bundle.mjs'

/** Tests of the command line run what is built, so it is built from the sources under test. */
export default async function setup() {
  await bundle()
}
