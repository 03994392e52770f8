import { config } from 'zod'

// The content-security policy forbids eval; schemas are made when modules load, so this is first.
config({ jitless: true })
