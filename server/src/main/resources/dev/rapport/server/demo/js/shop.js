/** What every page of the shop has: basket count, privacy choice, chat, and the page's answers to Rapport. */
import { say, $ } from './dom.js'
import { count } from './basket.js'
import { askConsent } from './consent.js'
import { startChat } from './chat.js'

const showCount = () => say('#basket-count', String(count()))
addEventListener('basket', showCount)
addEventListener('pageshow', showCount)
showCount()
$('.basket-link').setAttribute('aria-describedby', 'basket-count')
startChat()
askConsent()
