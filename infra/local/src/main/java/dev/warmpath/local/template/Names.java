package dev.warmpath.local.template;

import java.util.Optional;

/** What {@code Ref} and {@code Fn::GetAtt} answer. */
interface Names {
    /** The value of a parameter, pseudo parameter or resource; empty for {@code AWS::NoValue}. */
    Optional<Node> ref(String name, Place at);

    Node attribute(String resource, String attribute, Place at);
}
