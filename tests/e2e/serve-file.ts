import { openDesk } from '../../host/desk/desk'
import { startLoopbackServer } from '../../host/desk/loopback-server'

/*
 * A desk in a process of its own, to be killed: says its address on a line. Words: the folder of
 * the built desk, that for its own data, the file that it is started for.
 */
const [, , root = '', dataFolder = '', startFile = ''] = process.argv
const desk = await openDesk({
  version: 'test',
  dataFolder,
  startFile,
  report: (error) => {
    throw error
  },
})
const { address } = await startLoopbackServer(desk, { root })
process.stdout.write(`${address}\n`)
