package org.jutong.runtime.internal;

/** A descriptor cannot be used; the message is one sentence for the operator, in the platform's language. */
final class DescriptorFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DescriptorFault(String sentence) {
        super(sentence);
    }
}
