// Catches what a part of the screen throws, so that one broken view never takes the page with it.

import { Component, type ReactNode } from "react";

interface Props {
  readonly sentence: string;
  readonly again: string;
  /** Of a whole page: a part that did not load (a newer release is there) comes with the page anew. */
  readonly reload?: boolean;
  readonly children: ReactNode;
}

export class Boundary extends Component<Props, { readonly broke: string | null }> {
  override state: { readonly broke: string | null } = { broke: null };
  static getDerivedStateFromError(error: unknown): { readonly broke: string } {
    return { broke: error instanceof Error ? error.message : String(error) };
  }
  override render(): ReactNode {
    if (this.state.broke === null) return this.props.children;
    return (
      <div className="notice failed" role="alert" style={{ margin: 12 }}>
        <div>{this.props.sentence}</div>
        <div className="caption mono" style={{ margin: "4px 0" }}>
          {this.state.broke}
        </div>
        <button
          type="button"
          className="btn line dense"
          onClick={() => (this.props.reload ? location.reload() : this.setState({ broke: null }))}
        >
          {this.props.again}
        </button>
      </div>
    );
  }
}
