/** Who may use the console: administrators, roles, sign-in contract. */
@NullMarked
package dev.rapport.admin;

import org.jspecify.annotations.NullMarked;
