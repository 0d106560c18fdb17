/** The live scoring model: opens an ONNX file, checks that it fits this build, predicts. */
@NullMarked
package dev.rapport.models;

import org.jspecify.annotations.NullMarked;
