/** What every journey needs: a browser, a server, a host page, hands. */
@NullMarked
package dev.rapport.e2e.support;

import org.jspecify.annotations.NullMarked;
