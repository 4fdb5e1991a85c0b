@NullMarked
package io.m17.s3;

import org.jspecify.annotations.NullMarked;
