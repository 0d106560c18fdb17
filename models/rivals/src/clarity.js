import { tell } from './tell.js'
import { clarity } from 'clarity-js'

// Clarity's script uploads clicks and script errors; which clicks were rage or dead its server decides by rules that are not
// published. Only what the script itself reports as trouble can be counted.
const SCRIPT_ERROR = 31

clarity.start({
  projectId: 'corpus',
  content: true,
  track: true,
  delay: 500,
  upload: payload => {
    for (const event of JSON.parse(payload).a ?? []) if (event[1] === SCRIPT_ERROR) tell('error')
  }
})
