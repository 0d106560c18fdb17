/** Whether typing, pointer or heart say anything about what people report to feel; measured on public data, shipped in nothing. */
@NullMarked
package dev.rapport.models.affect;

import org.jspecify.annotations.NullMarked;
