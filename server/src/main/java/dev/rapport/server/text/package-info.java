/** What a text sounds like and how a chatbot might answer it, for sites' own servers. */
@NullMarked
package dev.rapport.server.text;

import org.jspecify.annotations.NullMarked;
