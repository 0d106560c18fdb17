/** What a visitor's own words say: a small bag-of-pieces model, its training from GoEmotions, and its figures. */
@NullMarked
package dev.rapport.models.text;

import org.jspecify.annotations.NullMarked;
