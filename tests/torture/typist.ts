import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { createRandom } from '../desk/random'
import { chooseFile, makePicture, openTestDesk } from '../desk/test-desk'
import { typeBatch } from '../desk/typing'
import { fileNames, hues } from './workplace'

/*
 * A desk at which somebody types without a pause, saves every now and then while typing on, and
 * sometimes saves under the other of two names. Says what is done as soon as it is; goes on until
 * it is killed. Words: the folder, the file to open, the seed of the day, that of this sitting.
 */
const [, , root = '', name = '', day = '0', sitting = '0'] = process.argv
const say = (text: string): void => {
  writeSync(1, `${text}\n`)
}

const { client } = await openTestDesk({
  data: join(root, 'data'),
  files: join(root, 'files'),
  remove: () => undefined,
})
const { document } = await client.call('document.open', {
  fileId: await chooseFile(client, 'open-document', name),
})
const { documentId } = document
let state: typeof document = document
let file = name
const pictures = await Promise.all(
  hues.map(async (hue) => {
    const bytes = await makePicture(hue)
    return client.call('asset.add', { documentId, name: `${String(hue)}.png`, bytes })
  }),
)
say(`open ${String(state.issue.totalNumber ?? 0)}`)

const random = createRandom(Number(sitting))
for (;;) {
  const count = (state.issue.totalNumber ?? 0) + 1
  const commands = typeBatch(state, count, Number(day), pictures)
  const batch = { documentId, base: state.revision, batchId: `b${String(count)}`, commands }
  await client.call('document.apply', batch)
  say(`typed ${String(count)}`)
  state = await client.call('document.state', { documentId })
  const chance = random()
  if (chance < 0.04) void client.call('document.save', { documentId })
  else if (chance < 0.06) {
    file = fileNames.find((other) => other !== file) ?? file
    const fileId = await chooseFile(client, 'save-document', file)
    void client.call('document.saveAs', { documentId, fileId })
  }
  await wait(1)
}
