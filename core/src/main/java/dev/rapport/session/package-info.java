/** Who is on the line: site, session and visitor identifiers, device, language. No state. */
@NullMarked
package dev.rapport.session;

import org.jspecify.annotations.NullMarked;
