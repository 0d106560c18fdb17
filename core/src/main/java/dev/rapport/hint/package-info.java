/** What a visitor may be shown: hints, their texts, anchors and actions. */
@NullMarked
package dev.rapport.hint;

import org.jspecify.annotations.NullMarked;
