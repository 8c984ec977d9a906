package dev.warmpath.cache;

import java.io.IOException;

/** Writes values as bytes and reads them again, for levels outside of memory. */
public interface Codec<V> {
    /**
     * Name and number of the written form, such as {@code user-1}; to be changed with each change of what is written, so that
     * after a deployment no entry in the old form is read.
     */
    String form();

    byte[] write(V value);

    /** @throws IOException if the bytes are not such a value */
    V read(byte[] bytes) throws IOException;
}
