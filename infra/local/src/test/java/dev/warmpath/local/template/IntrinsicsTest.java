package dev.warmpath.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntrinsicsTest {
    private static final String SECTIONS = """
            Parameters:
              Stage: {Type: String, Default: dev}
              Zones: {Type: CommaDelimitedList, Default: 'a, b,c'}
            Mappings:
              Sizes:
                dev: {Memory: 512}
                prod: {Memory: 1024}
            Conditions:
              IsDev: !Equals [!Ref Stage, dev]
            Resources:
              Users:
                Type: AWS::DynamoDB::Table
              Named:
                Type: AWS::DynamoDB::Table
                Properties: {TableName: !Sub 'users-${Stage}'}
              Pool:
                Type: AWS::Cognito::UserPool
              Web:
                Type: AWS::Serverless::HttpApi
              Read:
                Type: AWS::Serverless::Function
                Properties: {Runtime: java25, Handler: a.B, CodeUri: a.jar, AutoPublishAlias: live}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "!Ref Stage | dev",
                "{Ref: Stage} | dev",
                "!Ref AWS::Region | us-east-1",
                "!Ref AWS::AccountId | 000000000000",
                "!Ref AWS::Partition | aws",
                "!Ref AWS::URLSuffix | amazonaws.com",
                "!Ref AWS::StackName | warmpath",
                "!Ref Users | Users",
                "!Ref Named | users-dev",
                "!Ref Web | web",
                "!Ref Pool | us-east-1_Pool",
                "!Ref Read.Alias | arn:aws:lambda:us-east-1:000000000000:function:Read:live",
                "!Ref ReadAliaslive | arn:aws:lambda:us-east-1:000000000000:function:Read:live",
                "!GetAtt Read.Arn | arn:aws:lambda:us-east-1:000000000000:function:Read",
                "!GetAtt ReadRole.Arn | arn:aws:iam:us-east-1:000000000000:role/ReadRole",
                "!GetAtt Named.Arn | arn:aws:dynamodb:us-east-1:000000000000:table/users-dev",
                "!GetAtt [Named, Arn] | arn:aws:dynamodb:us-east-1:000000000000:table/users-dev",
                "{'Fn::GetAtt': Named.Arn} | arn:aws:dynamodb:us-east-1:000000000000:table/users-dev",
                "!GetAtt Pool.ProviderURL | https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Pool",
                "!Sub '${Stage}-${AWS::Region}' | dev-us-east-1",
                "!Sub '${Named.Arn}/index/*' | arn:aws:dynamodb:us-east-1:000000000000:table/users-dev/index/*",
                "!Sub '${!Stage} costs $5' | ${Stage} costs $5",
                "!Sub ['${Place}-${Stage}', {Place: !Ref AWS::Region}] | us-east-1-dev",
                "{'Fn::Sub': '${Stage}'} | dev",
                "!Join ['-', [a, !Ref Stage]] | a-dev",
                "!Join ['+', !Ref Zones] | a+b+c",
                "!Select [1, !Ref Zones] | b",
                "!Select ['0', [x, y]] | x",
                "!Select [2, !Split ['/', 'a/b/c']] | c",
                "!FindInMap [Sizes, !Ref Stage, Memory] | 512",
                "!Base64 hello | aGVsbG8=",
                "!If [IsDev, one, two] | one",
                "!If [IsDev, !Ref Stage, !Ref Missing] | dev",
            })
    void functionComesToItsValue(String expression, String value) {
        assertThat(Sam.valueOf(expression, SECTIONS)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "!Ref Nobody | there is no \"Nobody\"; expected a parameter, a pseudo parameter or a resource",
                "!GetAtt Nobody.Arn | there is no \"Nobody\"; expected a parameter, a pseudo parameter or a resource",
                "!Sub '${Nobody}' | there is no \"Nobody\"; expected a parameter, a pseudo parameter or a resource",
                "!Ref AWS::NoValue | AWS::NoValue leaves no value here; expected one",
                "!Sub 'a${AWS::NoValue}' | AWS::NoValue leaves no value in Fn::Sub; expected one",
                "!ImportValue other | Fn::ImportValue is not supported; expected Ref, Fn::Sub, Fn::GetAtt, Fn::If, "
                        + "Fn::Join, Fn::Select, Fn::Split, Fn::FindInMap or Fn::Base64",
                "!Cidr [10.0.0.0/8, 2, 8] | Fn::Cidr is not supported; expected Ref, Fn::Sub, Fn::GetAtt, Fn::If, "
                        + "Fn::Join, Fn::Select, Fn::Split, Fn::FindInMap or Fn::Base64",
                "!Join ['-'] | Fn::Join has the wrong arguments; expected [delimiter, list]",
                "!Split ['', a] | the delimiter of Fn::Split is empty; expected at least one character",
                "!If [IsDev, one] | Fn::If has the wrong arguments; "
                        + "expected [condition, value if true, value if false]",
                "!If [IsBlue, one, two] | there is no condition \"IsBlue\"; expected one of [IsDev]",
                "!Ref [a] | a list is not a plain value; expected text",
                "'{{resolve:ssm:/key}}' | the dynamic reference \"{{resolve:ssm:/key}}\" is not supported; "
                        + "expected a parameter that a local run can set",
                "~ | null is not allowed in templates; expected a value, or no key at all",
            })
    void wrongFunctionIsNamedWithItsPlace(String expression, String sentence) {
        assertThat(Sam.errorOfValue(expression, SECTIONS))
                .startsWith("template.yaml:")
                .contains(": Outputs.Result.Value")
                .endsWith(": " + sentence);
    }

    @Test
    void indexBeyondTheListIsRefused() {
        assertThat(Sam.errorOfValue("!Select [3, !Ref Zones]", SECTIONS))
                .isEqualTo("template.yaml:27: Outputs.Result.Value[0]: Fn::Select takes item 3 of a list of 3; "
                        + "expected an index within the list, counted from 0");
    }

    @Test
    void unknownMappingKeyIsRefused() {
        assertThat(Sam.errorOfValue("!FindInMap [Sizes, test, Memory]", SECTIONS))
                .isEqualTo("template.yaml:27: Outputs.Result.Value[1]: Mappings have no \"test\" there; "
                        + "expected its keys");
    }

    @Test
    void functionBesideOtherKeysIsRefused() {
        assertThat(Sam.errorOf("""
                        Resources:
                          Users:
                            Type: AWS::DynamoDB::Table
                            Properties:
                              SSESpecification: {'Fn::If': [A, b, c], SSEEnabled: true}
                        """))
                .isEqualTo("template.yaml:6: Resources.Users.Properties.SSESpecification.Fn::If: "
                        + "a function stands alone in its mapping; expected no keys beside it");
    }

    @Test
    void noValueTakesItsKeyAway() {
        Application application = Sam.resolve("""
                Conditions:
                  Never: !Equals [a, b]
                Resources:
                  Users:
                    Type: AWS::DynamoDB::Table
                    Properties:
                      SSESpecification: !If [Never, {SSEEnabled: true}, !Ref AWS::NoValue]
                      Tags: [!Ref AWS::NoValue, {Key: a, Value: b}]
                """);

        assertThat(application.tables().getFirst().properties())
                .isEqualTo(Map.of("Tags", List.of(Map.of("Key", "a", "Value", "b"))));
    }

    @Test
    void nameThatNeedsItselfIsRefused() {
        assertThat(Sam.errorOf("""
                        Resources:
                          One:
                            Type: AWS::DynamoDB::Table
                            Properties: {TableName: !Ref Two}
                          Two:
                            Type: AWS::DynamoDB::Table
                            Properties: {TableName: !Ref One}
                        """))
                .isEqualTo("template.yaml:3: Resources.One: the resource needs itself through One -> Two -> One; "
                        + "expected no circle");
    }
}
