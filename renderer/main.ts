import './without-eval'
import './styles/tokens.css'
import './styles/base.css'
import '../dist/fonts/desk/first.css'
import { findHost } from './desk/host-address'
import { prepareWorker } from './pages/spare-worker'

// What takes long to load begins first: the worker, then the issue, then the views.
const host = findHost()
if (host !== null) prepareWorker(host)
const beginning = host === null ? null : import('./desk/beginning').then(({ begin }) => begin(host))
const { mountDesk } = await import('./mount-desk')
const begun = await beginning
await begun?.handedOver
mountDesk(begun)
