/** How a chatbot might answer a text that sounds like something. */
@NullMarked
package dev.rapport.reply;

import org.jspecify.annotations.NullMarked;
