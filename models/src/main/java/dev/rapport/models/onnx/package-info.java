/** Trained numbers become an ONNX file with its provenance; says nothing about how they were trained. */
@NullMarked
package dev.rapport.models.onnx;

import org.jspecify.annotations.NullMarked;
