package dev.rapport.models.site;

/** Takes what the widget sends and says what to answer. Called from several threads. */
public interface Inbox {
    /** One binary message from a socket; returns the JSON text to answer with, empty for none. */
    String received(byte[] message);

    /** One posted body, a CBOR array of messages; returns the JSON array to answer with. */
    String posted(byte[] body);
}
